@NullMarked
package com.siacapp.observability.control;

import org.jspecify.annotations.NullMarked;
