"""Addresses of acts."""

from typing import Any

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag
def act_url(act: Any, dossier: Any) -> str:
    """Where the form of an act is posted."""
    return reverse(f"dossiers:{act.slug}", args=[dossier.ref])
