/**
 * Programs of a tenant that act by themselves, without a person (OAuth 2.1 §4.2): made, stopped and deleted by the
 * tenant's administrator, and given tokens for their credentials.
 *
 * <p>A service account is a user nobody can sign in as, a confidential client and what the administrator allowed it. Its
 * power is that of any caller: scopes of the token and role together. Its tokens belong to a grant like everybody's and
 * die with it; as long as the account is enabled, it may get new ones.
 */
@NullMarked
package com.siacapp.serviceaccounts;

import org.jspecify.annotations.NullMarked;
