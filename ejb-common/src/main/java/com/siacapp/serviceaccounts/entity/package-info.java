@NullMarked
package com.siacapp.serviceaccounts.entity;

import org.jspecify.annotations.NullMarked;
