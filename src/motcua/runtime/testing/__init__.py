"""What the tests of all apps stand on: a server of their own, the real product, a browser."""
