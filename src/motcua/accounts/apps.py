from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "motcua.accounts"

    def ready(self) -> None:
        from motcua.accounts import hooks  # noqa: F401 (connects the signals)
