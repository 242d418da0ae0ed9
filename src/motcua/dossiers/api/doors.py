"""The door of this app's API."""

from motcua.accounts.api_auth import door_for
from motcua.accounts.models import ApiToken
from motcua.dossiers.policy import may_enter

door = door_for(may_enter)
READ = ApiToken.Scope.READ.value
WRITE = ApiToken.Scope.WRITE.value
CODE = r"^[A-Z0-9][A-Za-z0-9.\-]{3,59}$"
