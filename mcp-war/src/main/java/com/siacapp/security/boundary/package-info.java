@NullMarked
package com.siacapp.security.boundary;

import org.jspecify.annotations.NullMarked;
