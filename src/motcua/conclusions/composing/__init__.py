"""From figures to what is read: sentences, demands, the paper, its pictures, its JSON."""
