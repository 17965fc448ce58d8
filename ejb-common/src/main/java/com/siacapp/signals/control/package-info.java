@NullMarked
package com.siacapp.signals.control;

import org.jspecify.annotations.NullMarked;
