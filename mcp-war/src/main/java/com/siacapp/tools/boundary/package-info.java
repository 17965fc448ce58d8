@NullMarked
package com.siacapp.tools.boundary;

import org.jspecify.annotations.NullMarked;
