@NullMarked
package com.siacapp.device.boundary;

import org.jspecify.annotations.NullMarked;
