"""Where the screens of texts are; `pk` is the publication's number, and the version's in `version/`."""

from django.urls import URLPattern, path

from publications.admin.web import pictures, views, word


def addresses() -> list[URLPattern]:
    """The draft, its editor and its pictures."""
    return [
        path("<int:pk>/", views.DraftScreen.as_view(), name="draft"),
        path("<int:pk>/edit/", views.EditDraft.as_view(), name="edit"),
        path("<int:pk>/preview/", views.Preview.as_view(), name="preview"),
        path("<int:pk>/word/", word.FromWord.as_view(), name="word"),
        path("<int:pk>/pictures/add/", pictures.AddPicture.as_view(), name="add_picture"),
        path("<int:pk>/pictures/<int:number>/", pictures.EditPicture.as_view(), name="edit_picture"),
        path("<int:pk>/pictures/<int:number>/bytes/", pictures.draft_picture, name="picture"),
        path("version/<int:pk>/pictures/<int:number>/", pictures.version_picture, name="version_picture"),
    ]
