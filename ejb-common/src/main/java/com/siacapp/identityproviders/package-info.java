/**
 * A company's own identity provider, and what its word is worth here (RFC 7523,
 * draft-ietf-oauth-identity-assertion-authz-grant): an access token for a person the company has, within that person's
 * role.
 *
 * <p>One issuer belongs to one company, and its assertions reach nobody else's people. No account is ever made by one.
 */
@NullMarked
package com.siacapp.identityproviders;

import org.jspecify.annotations.NullMarked;
