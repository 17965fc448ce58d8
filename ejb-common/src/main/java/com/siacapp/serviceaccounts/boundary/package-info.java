@NullMarked
package com.siacapp.serviceaccounts.boundary;

import org.jspecify.annotations.NullMarked;
