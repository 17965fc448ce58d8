@NullMarked
package com.siacapp.limits.control;

import org.jspecify.annotations.NullMarked;
