@NullMarked
package com.siacapp.completions.boundary;

import org.jspecify.annotations.NullMarked;
