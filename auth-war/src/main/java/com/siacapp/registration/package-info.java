/** Dynamic client registration over HTTP (RFC 7591): which metadata we accept. */
@NullMarked
package com.siacapp.registration;

import org.jspecify.annotations.NullMarked;
