/**
 * What a person allowed a client to do: grants, and the codes and tokens that come of them.
 *
 * <p>A grant is one authorization, by an answer of the person now or by one that is remembered. Every code, access token
 * and refresh token belongs to exactly one grant and dies with it. Secrets are stored as SHA-256 hashes only; each is consumed by one conditional update.
 */
@NullMarked
package com.siacapp.grants;

import org.jspecify.annotations.NullMarked;
