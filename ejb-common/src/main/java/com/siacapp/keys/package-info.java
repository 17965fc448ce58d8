/** The keys that sign tokens: created once, kept encrypted in the database, published as a JWKS. */
@NullMarked
package com.siacapp.keys;

import org.jspecify.annotations.NullMarked;
