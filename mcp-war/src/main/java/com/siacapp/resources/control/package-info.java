@NullMarked
package com.siacapp.resources.control;

import org.jspecify.annotations.NullMarked;
