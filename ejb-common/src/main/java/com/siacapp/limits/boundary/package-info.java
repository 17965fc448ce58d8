@NullMarked
package com.siacapp.limits.boundary;

import org.jspecify.annotations.NullMarked;
