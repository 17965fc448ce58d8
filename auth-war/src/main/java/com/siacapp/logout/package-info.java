/** Signing out because a client asks for it (OpenID Connect RP-Initiated Logout). Nobody is signed out unasked. */
@NullMarked
package com.siacapp.logout;

import org.jspecify.annotations.NullMarked;
