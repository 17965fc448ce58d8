@NullMarked
package com.siacapp.logout.boundary;

import org.jspecify.annotations.NullMarked;
