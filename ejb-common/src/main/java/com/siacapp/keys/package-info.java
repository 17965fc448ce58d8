/**
 * The keys that sign tokens: kept encrypted in the database, published as a JWKS, replaced on schedule and on command.
 *
 * <p>A new key is published before it signs, and an old one verifies until the last token it signed has expired. The
 * database alone says which keys there are; each node asks it every second, and at once when it meets a key it does not
 * know.
 */
@NullMarked
package com.siacapp.keys;

import org.jspecify.annotations.NullMarked;
