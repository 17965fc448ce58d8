@NullMarked
package com.siacapp.security.control;

import org.jspecify.annotations.NullMarked;
