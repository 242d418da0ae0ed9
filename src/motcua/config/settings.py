"""Settings: everything that differs between installations comes from the environment.

MOTCUA_HOME       folder of this installation's files (default: .motcua in the working folder)
DATABASE_URL      postgresql://…: the application's role; the supervisor sets it for the embedded server
MOTCUA_MODE       demo (default) or production
MOTCUA_SECRET_KEY required in production; otherwise kept in MOTCUA_HOME
MOTCUA_HOSTS      host names, comma-separated, required in production
MOTCUA_SMTP       smtp://user:password@host:587 (starttls) or smtps://…:465; without it no e-mail is made
MOTCUA_MAIL_FROM  sender of e-mails (default: mot-cua@localhost)
MOTCUA_PROXIES    how many proxies of ours stand before the web server (default 0): whose X-Forwarded-For counts
MOTCUA_FORMS      folder of the agency's own official forms (default: forms in MOTCUA_HOME; docs/papers.md)
MOTCUA_SECOND_FACTOR required: staff without a second factor set one up before anything else
MOTCUA_CHECKS_KEEP_DAYS days after which what was given to the format checker is deleted (default 30)
MOTCUA_REGISTER_MAX_MB megabytes of a file imported into a register (default 64); unpacked four times as many
MOTCUA_SITES_FOLDER folder of news sites as files, for trials (docs/portals.md); without it none is read
MOTCUA_CLOCK_OFFSET seconds; set by the supervisor for the demo town only
"""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from motcua.config.secret import secret_key

PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("MOTCUA_HOME") or ".motcua").resolve()
MODE = os.environ.get("MOTCUA_MODE") or "demo"
PRODUCTION = MODE == "production"

DEBUG = False
SECRET_KEY = secret_key(HOME, production=PRODUCTION)
ALLOWED_HOSTS = [h for h in os.environ.get("MOTCUA_HOSTS", "").split(",") if h] or (
    [] if PRODUCTION else ["127.0.0.1", "localhost", "[::1]", "testserver"]
)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if PRODUCTION else []


# Pages read few rows by an index: starting parallel workers (8 ms) or compiling costs them more than it gives.
ONE_QUERY_ONE_CORE = "-c max_parallel_workers_per_gather=0 -c jit=off"


def database(url: str) -> dict[str, object]:
    """Django's settings for a postgresql:// URL; the query carries libpq options (host=/socket/folder)."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    query.setdefault("options", ONE_QUERY_ONE_CORE)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or (parts.hostname or ""),
        "PORT": str(parts.port or query.pop("port", "") or ""),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 8, "timeout": 10},
            "server_side_binding": True,
            "prepare_threshold": 3,
            **query,
        },
    }


DATABASES = {"default": database(os.environ.get("DATABASE_URL") or "postgresql:///motcua")}
SITES_FOLDER = os.environ.get("MOTCUA_SITES_FOLDER") or ""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [  # ours first: our templates go before those of the libraries
    "motcua.events",
    "motcua.web",
    "motcua.accounts",
    "motcua.organisations",
    "motcua.registers",
    "motcua.catalogue",
    "motcua.processes",
    "motcua.dossiers",
    "motcua.documents",
    "motcua.inspection",
    "motcua.conclusions",
    "motcua.visits",
    "motcua.portal",
    "motcua.remedies",
    "motcua.demo",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "procrastinate.contrib.django",
]
AUTH_USER_MODEL = "accounts.User"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "motcua.web.middleware.RequestMiddleware",
    "motcua.accounts.middleware.SecondFactorMiddleware",
    "allauth.account.middleware.AccountMiddleware",  # after ours: it answers its own exceptions first
]
ROOT_URLCONF = "motcua.config.urls"
WSGI_APPLICATION = "motcua.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "motcua.config.shell.shell",
            ],
        },
    }
]

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": HOME / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "web_cache"}}

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "motcua.accounts.adapter.StaffAdapter"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = False
TRUSTED_PROXIES = int(os.environ.get("MOTCUA_PROXIES") or 0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
SECOND_FACTOR_REQUIRED = os.environ.get("MOTCUA_SECOND_FACTOR") == "required"
MFA_TOTP_ISSUER = "Một Cửa"
MFA_TOTP_TOLERANCE = 1  # steps of 30 s: telephones go a little wrong (RFC 6238 §5.2)

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_AGE = 12 * 3600
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DOSSIER_FILE_MAX_BYTES = 20 * 1024 * 1024
CHECK_FILE_MAX_BYTES = 20 * 1024 * 1024  # a document given to the format checker
CHECK_ARCHIVE_MAX_BYTES = 500 * 1024 * 1024  # a zip of them, on disk while it is read
CHECK_MOST_FILES = 5000  # documents in one check
CHECKS_KEEP_DAYS = int(os.environ.get("MOTCUA_CHECKS_KEEP_DAYS") or 30)
REGISTER_FILE_MAX_BYTES = int(os.environ.get("MOTCUA_REGISTER_MAX_MB") or 64) * 2**20
REGISTER_UNPACKED_MAX_BYTES = 4 * REGISTER_FILE_MAX_BYTES
REGISTER_MOST_ROWS = 200_000  # of one file
OWN_FORMS = Path(os.environ.get("MOTCUA_FORMS") or HOME / "forms").resolve()

_SMTP = urlsplit(os.environ.get("MOTCUA_SMTP") or "")
EMAIL_HOST = _SMTP.hostname or ""
EMAIL_PORT = _SMTP.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_SMTP.username or ""), unquote(_SMTP.password or "")
EMAIL_USE_SSL = _SMTP.scheme == "smtps"
EMAIL_USE_TLS = _SMTP.scheme == "smtp" and bool(EMAIL_HOST_USER)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("MOTCUA_MAIL_FROM") or "mot-cua@localhost"

SILENCED_SYSTEM_CHECKS: list[str] = []
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
