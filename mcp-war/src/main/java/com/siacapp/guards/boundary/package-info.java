@NullMarked
package com.siacapp.guards.boundary;

import org.jspecify.annotations.NullMarked;
