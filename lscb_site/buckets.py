"""The private store of documents in an S3 bucket; a module of its own, as it loads the library for that."""

from typing import Any, NoReturn

from storages.backends.s3 import S3Storage


class PrivateBucket(S3Storage):
    """A bucket that only the site reads."""

    def url(self, *args: Any, **_kwargs: Any) -> NoReturn:
        """There is none, signed or not."""
        raise NotImplementedError(f"{args} have no addresses of their own")
