@NullMarked
package com.siacapp.console.boundary;

import org.jspecify.annotations.NullMarked;
