"""What a municipality has written itself: every free text of its records, for documents in another language than Swedish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import DEFAULT
from vbe.language.own_words import OwnWords
from vbe.language.prose import writing
from vbe.model.fields import Model
from vbe.model.introspection import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from vbe.model.corpus import Corpus
    from vbe.model.introspection import Shape


def writing_of(corpus: Corpus, *others: Corpus) -> AbstractContextManager[None]:
    """Write in the language of a corpus, and leave what is written in it, and in others, as it is."""
    language = corpus.profile.language
    if language == DEFAULT:
        return writing(language)
    return writing(language, OwnWords(text for held in (corpus, *others) for text in texts_of_records(held)))


def texts_of_records(corpus: Corpus) -> Iterator[str]:
    """Every free text that stands in the files; what a model says by default does not."""
    for record in corpus.records:
        yield from _of_model(record.content)
    yield from _of_model(corpus.profile)


def _of_model(model: Model) -> Iterator[str]:
    for name, form in fields_of(type(model)).items():
        if name in model.model_fields_set:
            yield from _texts(getattr(model, name), form.shape)


def _texts(value: object, shape: Shape | None) -> Iterator[str]:
    if isinstance(value, Model):
        yield from _of_model(value)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner, shape.inner if shape else None)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _texts(inner, shape.inner if shape else None)
    elif isinstance(value, str) and (shape is None or _is_free(value, shape)):
        yield value


def _is_free(value: str, shape: Shape) -> bool:
    return str in shape.plain and not shape.is_patterned and shape.refers is None and value not in shape.words
