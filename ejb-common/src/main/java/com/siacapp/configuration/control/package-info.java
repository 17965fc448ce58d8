@NullMarked
package com.siacapp.configuration.control;

import org.jspecify.annotations.NullMarked;
