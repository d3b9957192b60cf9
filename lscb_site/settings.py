"""The settings, all from the environment and safe by default.

With `DATABASE_URL` unset this is a machine of one's own: the embedded PostgreSQL, a secret key kept in
`.local/`, local addresses only. With it set, everything that a public site needs must be set too.
"""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF, UNSAFE_INLINE

from lscb_site import environment as env

BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL_DIR = BASE_DIR / ".local"
EMBEDDED = not env.text("DATABASE_URL")
WEB = {"http", "https"}

# --- The database -------------------------------------------------------------------------------------------
if EMBEDDED:
    from lscb_site.embedded_postgres import database_urls

    DATABASE_URL, DATABASE_OWNER_URL = database_urls(LOCAL_DIR)
else:
    DATABASE_URL = env.text("DATABASE_URL")
    DATABASE_OWNER_URL = env.owner_database("DATABASE_OWNER_URL", default=DATABASE_URL)
DATABASES = {"default": env.database(DATABASE_URL) | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}

# --- Who we are -------------------------------------------------------------------------------------------
PORT = env.number("PORT", default=8000, most=65_535)
if EMBEDDED:
    SECRET_KEY = env.text("SECRET_KEY") or env.kept_secret(LOCAL_DIR / "secret_key")
    LOCAL_URL = f"http://localhost:{PORT}"
    PUBLIC_URL = env.url("PUBLIC_URL", schemes=WEB, default=LOCAL_URL, example="https://www.example.org")
    ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", default=env.LOCAL_HOSTS, with_host_of=PUBLIC_URL)
else:
    SECRET_KEY = env.required("SECRET_KEY", example="a long random string that you keep to yourself")
    PUBLIC_URL = env.url("PUBLIC_URL", schemes=WEB, example="https://www.example.org")
    ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", with_host_of=PUBLIC_URL)
ADMIN_ENABLED = env.boolean("ADMIN_ENABLED", default=True)
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")

# --- What it is made of -----------------------------------------------------------------------------------
INSTALLED_APPS = [
    "publications",
    "reviews",
    "lscb_site",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.typed_table_block",
    "wagtail.sites",
    "lscb_site.users.BoardUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "django_tasks_db",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "lscb_site.proxies.believe_trusted_proxies",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lscb_site.middleware.ContentPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lscb_site.middleware.part_of_site",
    "lscb_site.middleware.no_traces",
    "lscb_site.middleware.refuse_bad_addresses",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "lscb_site.members.middleware.MembersMiddleware",
    "publications.middleware.RefusalMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "lscb_site.urls"
WSGI_APPLICATION = "lscb_site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# What the pages of this board may hold beyond `lscb_site.blocks`: dotted paths to functions that return
# (name, block) pairs. The apps that own them are named here so that `lscb_site` need not know them.
PAGE_BODY_BLOCKS = ["reviews.blocks.body_blocks", "publications.blocks.body_blocks"]

# Our own sections beside the page tree, as (name, label, address): what navigation may show.
SITE_SECTIONS = [
    ("publications", "Publications", "/publications/"),
    ("topics", "Topics", "/topics/"),
    ("search", "Search", "/search/"),
]
BRIEFING_SOURCES = ["publications.briefings.of_reviews"]  # dotted paths of functions that add to the list of briefings
SITEMAPS = [  # dotted paths of Django Sitemap classes that list more than pages
    "publications.views.sitemaps.SectionSitemap",
    "publications.views.sitemaps.RecordSitemap",
]
# Functions that say why a file, by its SHA-256, can't be a document: another part of the site decides who sees it.
DOCUMENT_REFUSALS = ["publications.documents.refusal"]
DOCUMENT_CHECKS = "publications.documents"  # the module that looks into one before it may be public
READINESS = ["publications.system_checks.weaknesses"]  # dotted paths of functions that ask the database what is wrong
# Where "Exit this page" leads: a page nobody asks questions about.
WEATHER = "https://www.bbc.co.uk/weather"
EXIT_ADDRESS = env.url("EXIT_ADDRESS", schemes={"https"}, default=WEATHER, example=WEATHER)

# --- Where things are -------------------------------------------------------------------------------------
TEMPLATES = [
    {  # Screens of the admin, ours and Wagtail's.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "admin"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
    {  # The public site.
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "environment": "lscb_site.jinja2.environment",
            "extensions": ["wagtail.jinja2tags.core", "wagtail.images.jinja2tags.images"],
            "context_processors": ["lscb_site.context.site"],
        },
    },
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = LOCAL_DIR / "static"
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # the names that pages use; half the work of compressing
MEDIA_URL = "/media/"
MEDIA_ROOT = LOCAL_DIR / "media"
FILES_URL = env.files("FILES_URL", default=LOCAL_DIR / "files")
# The largest report that is taken in: its file, its pages, and what they come to when unpacked.
REPORT_LIMIT_MB = env.number("REPORT_LIMIT_MB", default=100, most=1_000)
REPORT_LIMIT_PAGES = env.number("REPORT_LIMIT_PAGES", default=1_000, most=10_000)
REPORT_LIMIT_UNPACKED_MB = env.number("REPORT_LIMIT_UNPACKED_MB", default=2_000, most=20_000)
CLAMD_URL = env.scanner("CLAMD_URL")  # the virus scanner that is asked about every upload
SCANNED_PARTS = ["publications.scanning.attachments"]  # dotted paths of functions that take files out of an upload
# A line a day that proves the record: keep a copy of this file somewhere that the site can't write to.
RECORD_DIGESTS = env.file("RECORD_DIGESTS", default=LOCAL_DIR / "record-digests.txt")
CACHES = {"default": env.cache("CACHE_URL")}
vars().update(env.email("EMAIL_URL"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = f"noreply@{urlsplit(PUBLIC_URL).hostname}"
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},  # Wagtail's: its indexes stay true
    "background": {"BACKEND": "django_tasks_db.DatabaseBackend"},  # ours: done by manage.py db_worker
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "lscb_site.static_files.ModuleStaticFilesStorage"},
    "reports": {"BACKEND": "publications.storage.report_storage"},
    "documents": {"BACKEND": "lscb_site.storage.make_document_storage"},
}

# --- Time and language ------------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

# --- Safety -----------------------------------------------------------------------------------------------
X_FRAME_OPTIONS = "DENY"
HTTPS = PUBLIC_URL.startswith("https:")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]  # asked by monitors on the machine itself
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # other names under this domain are not ours to speak for
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"
CSRF_FAILURE_VIEW = "lscb_site.views.errors.csrf_failure"
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("browsing-topics", "camera", "geolocation", "microphone", "payment", "usb")
}
SECURE_REFERRER_POLICY = "no-referrer"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
ADMIN_CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "style-src": [SELF, UNSAFE_INLINE],
        "script-src": [SELF, UNSAFE_INLINE],
        "img-src": [SELF, "data:", "blob:"],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
    }
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# --- Wagtail ----------------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Safeguarding children"
WAGTAILADMIN_BASE_URL = PUBLIC_URL
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # a document answers at one address, which asks who may see it
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILADMIN_COMMENTS_ENABLED = False  # comments travel by e-mail
WAGTAIL_WORKFLOW_ENABLED = False  # one or two people edit these pages
WAGTAIL_AUTOSAVE_INTERVAL = 0  # saving is a decision; an autosave may overwrite the live revision
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}  # such passwords are stored as they are typed
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_DOCUMENT_FORM_BASE = "lscb_site.file_forms.DocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILIMAGES_IMAGE_FORM_BASE = "lscb_site.file_forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 32_000_000  # all frames together; a few kilobytes can claim any number
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_DOCUMENT_MODEL = "lscb_site.BoardDocument"
WAGTAILIMAGES_IMAGE_MODEL = "lscb_site.BoardImage"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- What is written down -----------------------------------------------------------------------------------
# To standard error, for the system's own journal: paths without queries, and no addresses of visitors (R15).
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
