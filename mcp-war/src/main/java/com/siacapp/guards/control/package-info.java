@NullMarked
package com.siacapp.guards.control;

import org.jspecify.annotations.NullMarked;
