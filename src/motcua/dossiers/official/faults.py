"""What can be wrong with a form: a bug of whoever wrote its template, not of the person at the desk."""


class FormFault(RuntimeError):
    """A paper that cannot be set as it must be; the message names the font, or the template and the place in it."""


class NoForm(FormFault):
    """No form of that kind binds on that day."""
