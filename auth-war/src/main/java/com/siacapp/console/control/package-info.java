@NullMarked
package com.siacapp.console.control;

import org.jspecify.annotations.NullMarked;
