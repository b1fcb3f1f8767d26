"""Reading and writing in a group."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from groundswell.common.errors import NotFound, Refused
from groundswell.groups.commands import (
    change_post,
    let_through,
    post_reply,
    post_thread,
    remove_post,
)
from groundswell.groups.forms.talk import AnnouncementForm, ChangeForm, ReplyForm, ThreadForm
from groundswell.groups.models import Post
from groundswell.groups.queries import group_for_admin, group_for_members, is_admin
from groundswell.groups.queries.talk import post_of, posts_in, thread_of
from groundswell.groups.views.showing import group_page, status_of
from groundswell.members.access import current_member, signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a thread."""
    member = current_member(request)
    group = group_for_members(member, slug)
    asked = AnnouncementForm if is_admin(member, group) else ThreadForm
    form = asked(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            post = post_thread(by=member, group=group, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            _say_what_became_of(request, post)
            return redirect("groups:thread", slug, post.pk)
    return group_page(request, "write", group, status_of(form), form=form)


@require_http_methods(["GET", "POST"])
@signed_in
def thread(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """One thread, and the place to reply."""
    member = current_member(request)
    group = group_for_members(member, slug)
    shown = thread_of(member, group, post_id)
    form = ReplyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            post = post_reply(by=member, thread=shown, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            _say_what_became_of(request, post)
            return redirect(f"{request.path}#post-{post.pk}")
    posts = posts_in(member, group, shown)
    return group_page(
        request, "thread", group, status_of(form), thread=shown, posts=posts, form=form
    )


@require_http_methods(["GET", "POST"])
@signed_in
def change(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """Change what one wrote."""
    member = current_member(request)
    group = group_for_members(member, slug)
    post = post_of(member, group, post_id)
    if post.author_id != member.pk:
        raise NotFound
    form = ChangeForm(request.POST or None, initial={"words": post.words})
    if form.is_valid():
        try:
            change_post(by=member, post=post, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("groups:thread", slug, post.thread_id or post.pk)
    return group_page(request, "change_post", group, status_of(form), form=form, post=post)


@require_POST
@signed_in
def remove(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """Remove what one wrote."""
    member = current_member(request)
    group = group_for_members(member, slug)
    post = post_of(member, group, post_id)
    remove_post(by=member, post=post)
    messages.success(request, _("Removed, for good."))
    if post.thread_id is None:
        return redirect("groups:page", slug)
    return redirect("groups:thread", slug, post.thread_id)


@require_POST
@signed_in
def let_first_through(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """Show somebody's first post."""
    member = current_member(request)
    group = group_for_admin(member, slug)
    post = post_of(member, group, post_id)
    let_through(by=member, post=post)
    messages.success(request, _("It is shown to everybody in the group now."))
    return redirect("groups:thread", slug, post.thread_id or post.pk)


def _say_what_became_of(request: HttpRequest, post: Post) -> None:
    if post.number is None:
        messages.info(request, _("An admin looks at your first post, then everybody reads it."))
