@NullMarked
package com.siacapp.home.boundary;

import org.jspecify.annotations.NullMarked;
