"""What is written and kept in a group."""

from django.db import models

from groundswell.groups.models.groups import Group
from groundswell.members.models import Member


class Post(models.Model):
    """Something written: the start of a thread (with a title), or a reply in one.

    ``number`` is its place among all posts of the group; a post that waits for an admin has none.
    ``key`` is made where it was written, so that a second click is the same post.
    """

    group = models.ForeignKey(Group, models.CASCADE, related_name="posts")
    thread = models.ForeignKey("self", models.CASCADE, null=True, related_name="replies")
    number = models.PositiveIntegerField(null=True, blank=True)
    key = models.UUIDField()
    author = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=120, blank=True)
    words = models.TextField(max_length=10_000, blank=True, help_text="Markdown.")
    announcement = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    last_at = models.DateTimeField(help_text="Of a thread: when it was last written in.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="group_post_number"),
            models.UniqueConstraint(fields=["group", "author", "key"], name="group_post_once"),
        ]
        indexes = [
            models.Index(fields=["group", "thread", "-last_at"], name="group_threads"),
            models.Index(fields=["author", "made_at"], name="group_posts_of"),
        ]

    def __str__(self) -> str:
        return self.title or f"Reply {self.pk}"


class GroupFile(models.Model):
    """A file of the group's, for its members."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="files")
    name = models.CharField(max_length=120)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField(help_text="Bytes.")
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=80, help_text="Within the folder of uploads.")
    added_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "sha256"], name="group_file_once"),
        ]

    def __str__(self) -> str:
        return self.name
