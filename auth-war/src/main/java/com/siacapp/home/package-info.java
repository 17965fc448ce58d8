/** The first page: what this is and how to connect. */
@NullMarked
package com.siacapp.home;

import org.jspecify.annotations.NullMarked;
