@NullMarked
package com.siacapp.resources.boundary;

import org.jspecify.annotations.NullMarked;
