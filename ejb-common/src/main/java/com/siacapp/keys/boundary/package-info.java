@NullMarked
package com.siacapp.keys.boundary;

import org.jspecify.annotations.NullMarked;
