@NullMarked
package com.siacapp.observability.boundary;

import org.jspecify.annotations.NullMarked;
