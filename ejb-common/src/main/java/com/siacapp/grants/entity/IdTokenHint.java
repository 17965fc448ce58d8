package com.siacapp.grants.entity;

import java.util.UUID;

/** Whom an ID token of ours speaks of, and which client it was made for (OpenID Connect Core §3.1.2.1). */
public record IdTokenHint(UUID subject, String clientId) {}
