@NullMarked
package com.siacapp.transport.control;

import org.jspecify.annotations.NullMarked;
