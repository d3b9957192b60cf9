"""Where the screens of findings and actions are."""

from django.urls import URLPattern, path, re_path

from publications.admin.learning import sheets, views


def addresses() -> list[URLPattern]:
    """The list of a review with its spreadsheet, and each finding."""
    return [
        path("of/<int:pk>/", views.FindingsScreen.as_view(), name="list"),
        path("of/<int:pk>/add/", views.AddFinding.as_view(), name="add"),
        path("of/<int:pk>/findings.csv", sheets.Download.as_view(), name="download"),
        path("of/<int:pk>/upload/", sheets.Upload.as_view(), name="upload"),
        path("<int:pk>/", views.EditFinding.as_view(), name="edit"),
        path("<int:pk>/delete/", views.DeleteFinding.as_view(), name="delete"),
        re_path(r"^(?P<pk>\d+)/move/(?P<where>up|down)/$", views.MoveFinding.as_view(), name="move"),
    ]
