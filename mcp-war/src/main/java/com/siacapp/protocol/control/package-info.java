@NullMarked
package com.siacapp.protocol.control;

import org.jspecify.annotations.NullMarked;
