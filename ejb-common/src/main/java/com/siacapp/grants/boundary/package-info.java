@NullMarked
package com.siacapp.grants.boundary;

import org.jspecify.annotations.NullMarked;
