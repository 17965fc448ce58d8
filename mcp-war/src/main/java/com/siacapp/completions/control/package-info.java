@NullMarked
package com.siacapp.completions.control;

import org.jspecify.annotations.NullMarked;
