"""The public addresses of the ledger, and of what is found across it and the pages: topics and search."""

from django.urls import path

from publications.views.data import as_csv, as_json, feed
from publications.views.file import file
from publications.views.list import publications_list
from publications.views.page import page, picture
from publications.views.record import record
from publications.views.search import search
from publications.views.topics import topic, topics

app_name = "publications"

urlpatterns = [
    path("publications/", publications_list, name="list"),
    path("publications/feed.atom", feed, name="feed"),
    path("publications.json", as_json, name="json"),
    path("publications.csv", as_csv, name="csv"),
    path("publications/<slug:review>/", record, name="record"),
    path("publications/<slug:review>/<slug:document>.pdf", file, name="file"),
    path("publications/<slug:review>/<slug:document>/", page, name="page"),
    path("publications/<slug:review>/<slug:document>/picture-<int:number>", picture, name="picture"),
    path("topics/", topics, name="topics"),
    path("topics/<slug:slug>/", topic, name="topic"),
    path("search/", search, name="search"),
]
