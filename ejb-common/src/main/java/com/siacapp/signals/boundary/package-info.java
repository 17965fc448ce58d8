@NullMarked
package com.siacapp.signals.boundary;

import org.jspecify.annotations.NullMarked;
