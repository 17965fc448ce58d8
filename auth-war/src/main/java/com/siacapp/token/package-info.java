/** The endpoints a client calls itself: token, revocation, introspection, userinfo. */
@NullMarked
package com.siacapp.token;

import org.jspecify.annotations.NullMarked;
