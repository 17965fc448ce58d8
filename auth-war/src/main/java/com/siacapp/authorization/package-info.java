/** The authorization endpoint (OAuth 2.1 §4.1): which requests are good, and the person's consent. */
@NullMarked
package com.siacapp.authorization;

import org.jspecify.annotations.NullMarked;
