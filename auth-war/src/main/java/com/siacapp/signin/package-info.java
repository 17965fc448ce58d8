/** The pages of signing in and out. */
@NullMarked
package com.siacapp.signin;

import org.jspecify.annotations.NullMarked;
