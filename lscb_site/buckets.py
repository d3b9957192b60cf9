"""The private store of documents in an S3 bucket; a module of its own, as it loads the library for that."""

from typing import NoReturn

from storages.backends.s3 import S3Storage


class PrivateBucket(S3Storage):
    """A bucket that only the site reads."""

    def url(self, name: str, parameters: object = None, expire: object = None, http_method: object = None) -> NoReturn:
        """There is none, signed or not."""
        raise NotImplementedError(f"{name} has no address of its own")
