@NullMarked
package com.siacapp.device.control;

import org.jspecify.annotations.NullMarked;
